/** Strings of the shell and the shared components. */
export const zh = {
  product: '首铃',
  skipToMain: '跳到正文',
  switchLanguage: '切换语言：中文或英文',
  shortcuts: '快捷键',
  shortcutsHint: '打字时不起作用；按 Esc 离开输入框。',
  everywhere: '各页通用',
  thisPage: '本页',
  close: '关闭',
  loading: '正在打开…',
  noResults: '没有符合的结果',
  messages: '消息',
  newVersion: '新版本已就绪。',
  useNewVersion: '现在换上',
}

export const en: typeof zh = {
  product: 'First Ring',
  skipToMain: 'Skip to content',
  switchLanguage: 'Switch language: Chinese or English',
  shortcuts: 'Shortcuts',
  shortcutsHint: 'They rest while you type; Esc leaves a field.',
  everywhere: 'On every page',
  thisPage: 'This page',
  close: 'Close',
  loading: 'Opening…',
  noResults: 'Nothing matches',
  messages: 'Messages',
  newVersion: 'A new version is ready.',
  useNewVersion: 'Use it now',
}

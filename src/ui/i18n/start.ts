export const zh = {
  title: '开始',
}

export const en: typeof zh = {
  title: 'Start',
}

/** What went wrong, where, and what to do: shared by every room. */
export const zh = {
  title: '出错了',
  what: '发生了什么',
  where: '在哪里',
  todo: '怎么办',
  detail: '原文',
  retry: '重试',
  home: '回到开始页',
  happened: {
    crashed: '这一页遇到意外，停下了。已存的练习记录不受影响。',
    loadFailed: '这一页的程序没能读出来。',
    notFound: '没有这个页面。',
  },
  mend: {
    crashed: '先重试；还不行就回到开始页。反复出现时，把下面的原文抄给管理员。',
    loadFailed: '确认程序还在运行，然后重试。',
    notFound: '检查地址，或回到开始页重新选择。',
  },
  storage: {
    privateMode: {
      what: '浏览器不让本页长期存东西（多半是无痕窗口）。',
      todo: '可以照常练，关掉窗口记录就没了。要留记录，请换普通窗口打开。',
    },
    blockedUpgrade: {
      what: '另一个标签页还开着旧版本，存储换不了新格式。',
      todo: '请关掉本站的其他标签页，再点重试。',
    },
    secondTab: {
      what: '这通电话正在另一个标签页里。',
      todo: '请回到那个标签页继续；一通电话只能在一处接。',
    },
    full: {
      what: '磁盘或浏览器的存储空间满了。',
      todo: '已存的都在。请清出空间再重试，没存进去的先另存为文件。',
    },
    closed: {
      what: '存储被关闭了：另一个标签页换了新版本，或数据被清除。',
      todo: '请关掉其他标签页后重试，或刷新本页。',
    },
    unknown: {
      what: '存储出了问题，原因不明。',
      todo: '请重试；还不行就把没存的另存为文件，再告诉管理员。',
    },
    waiting: '还有 {{count}} 条记录只在这个标签页里，先别关。',
    save: '另存为文件',
    retry: '重试',
    close: '知道了',
  },
}

export const en: typeof zh = {
  title: 'Something went wrong',
  what: 'What happened',
  where: 'Where',
  todo: 'What to do',
  detail: 'Original text',
  retry: 'Try again',
  home: 'Back to start',
  happened: {
    crashed: 'This page hit an unexpected fault and stopped. Stored attempts are safe.',
    loadFailed: "This page's program could not be read.",
    notFound: 'There is no such page.',
  },
  mend: {
    crashed:
      'Try again first; if that fails, go back to the start page. If it keeps happening, give the text below to your administrator.',
    loadFailed: 'Check that the program is still running, then try again.',
    notFound: 'Check the address, or choose again from the start page.',
  },
  storage: {
    privateMode: {
      what: 'The browser lets this page keep nothing (probably a private window).',
      todo: 'You can train, but the record goes with the window. Use an ordinary window to keep it.',
    },
    blockedUpgrade: {
      what: "Another tab still runs an older version, so storage can't be brought up to date.",
      todo: 'Close the other tabs of this site, then try again.',
    },
    secondTab: {
      what: 'This call is open in another tab.',
      todo: 'Go on over there: a call can be worked in one place only.',
    },
    full: {
      what: "The disk, or the browser's share of it, is full.",
      todo: 'What was stored is safe. Make room and try again; save the rest as a file first.',
    },
    closed: {
      what: 'Storage was closed: another tab runs a newer version, or the data was cleared.',
      todo: 'Close the other tabs and try again, or reload this page.',
    },
    unknown: {
      what: 'Storage failed for an unknown reason.',
      todo: 'Try again; if that fails, save what is not stored as a file and tell your administrator.',
    },
    waiting: "Entries only in this tab: {{count}}. Don't close it yet.",
    save: 'Save as a file',
    retry: 'Try again',
    close: 'Understood',
  },
}

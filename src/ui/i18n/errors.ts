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
}

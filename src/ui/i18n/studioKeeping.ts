/** Where work is kept, and what may happen to it. */
export const zh = {
  keeping: {
    full: '浏览器的存储空间满了。先把草稿导出，再清出一些空间。',
    closed: '存储被另一个更新的页面占用了。请刷新这一页。',
    denied: '浏览器不给这个页面存储空间（可能是无痕模式），关掉就没了。请先导出。',
  },
}

export const en: typeof zh = {
  keeping: {
    full: "The browser's storage is full. Export the drafts first, then make room.",
    closed: 'The storage was taken by a newer page of ours. Reload this one.',
    denied:
      'The browser gives this page no storage (a private window, perhaps): it is gone when closed. Export first.',
  },
}

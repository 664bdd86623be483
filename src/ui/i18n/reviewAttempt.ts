/** One attempt under review. */
export const zh = {
  attempt: {
    of: { class: '类别', priority: '等级', 'red-line': '红线', total: '总分' },
  },
}

export const en: typeof zh = {
  attempt: {
    of: { class: 'class', priority: 'priority', 'red-line': 'red line', total: 'total' },
  },
}

export const zh = {
  title: '讲评',
}

export const en: typeof zh = {
  title: 'Debrief',
}

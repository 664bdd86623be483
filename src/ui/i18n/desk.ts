export const zh = {
  title: '接警台',
}

export const en: typeof zh = {
  title: 'Desk',
}

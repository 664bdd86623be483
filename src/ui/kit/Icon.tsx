import styles from './Icon.module.css'

/** Line icons on a 16-unit grid, drawn for First Ring. */
const PATHS = {
  check: 'M3 8.5l3.2 3.2L13 4.8',
  close: 'M4 4l8 8M12 4l-8 8',
  notice: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.6v4.2M8 11.2v.1',
  warn: 'M8 2l6.5 11.5h-13zM8 6.5v3.2M8 11.6v.1',
  lock: 'M4.5 7h7A1.5 1.5 0 0 1 13 8.5v4a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7M5.3 7V4.8a2.7 2.7 0 0 1 5.4 0V7',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.5 10.5L14 14',
  down: 'M3 6l5 5 5-5',
  up: 'M3 10l5-5 5 5',
  next: 'M6 3l5 5-5 5',
  back: 'M10 3L5 8l5 5',
  play: 'M4.5 3v10l8.5-5z',
  pause: 'M5 3v10M11 3v10',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  locate: 'M8 4.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6M8 1v3M8 12v3M1 8h3M12 8h3',
  pin: 'M8 14.5S3.2 9.6 3.2 6.3a4.8 4.8 0 0 1 9.6 0C12.8 9.6 8 14.5 8 14.5M8 4.8a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2',
  phone:
    'M4.2 2h2l1.2 3.2L6 6.4a8 8 0 0 0 3.6 3.6l1.2-1.4L14 9.8v2a1.8 1.8 0 0 1-2 1.8A10.5 10.5 0 0 1 2.4 4 1.8 1.8 0 0 1 4.2 2',
  message:
    'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v5a1.5 1.5 0 0 1-1.5 1.5H8l-3 2.8V11H3.5A1.5 1.5 0 0 1 2 9.5v-5A1.5 1.5 0 0 1 3.5 3M5 6h6M5 8.2h4',
  chat: 'M10.8 5.2A5 4.3 0 0 0 1.4 6.6c0 1.3.7 2.4 1.8 3.2L2.8 12l2.1-1.2M10.4 6.4c-2.4 0-4.3 1.6-4.3 3.5s1.9 3.5 4.3 3.5q.8 0 1.5-.2l1.8 1-.4-1.7c.9-.6 1.4-1.5 1.4-2.6 0-1.9-1.9-3.5-4.3-3.5',
  video:
    'M2.5 4h6.8a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H2.5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1M10.3 7.4l4.2-2.4v6l-4.2-2.4',
  hangup: 'M2 9.5c3.4-3.4 8.6-3.4 12 0l-1.8 2-2.4-1V8.6a9 9 0 0 0-3.6 0v1.9l-2.4 1z',
  sound: 'M2.5 6.2h2.3L8.5 3v10L4.8 9.8H2.5zM11 5.5a3.5 3.5 0 0 1 0 5M12.8 3.5a6.3 6.3 0 0 1 0 9',
  mute: 'M2.5 6.2h2.3L8.5 3v10L4.8 9.8H2.5zM11 6l4 4M15 6l-4 4',
  people:
    'M6 3a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 0 0 6 3M1.8 13.5a4.2 4.2 0 0 1 8.4 0M10.8 3.4a2.2 2.2 0 0 1 0 4M12 9.8a4 4 0 0 1 2.4 3.7',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.5V8l2.4 1.8',
  export: 'M8 10V2M5 5l3-3 3 3M3 10v3.5h10V10',
  import: 'M8 2v8M5 7l3 3 3-3M3 10v3.5h10V10',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  retry: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3',
  undo: 'M6 3L2.5 6.5 6 10M2.5 6.5H9a4 4 0 0 1 0 8H6',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5H7a4 4 0 0 0 0 8h3',
  copy: 'M6 6h7.5v7.5H6zM10 6V2.5H2.5V10H6',
  trash: 'M2.5 4.5h11M6 4.5V2.5h4v2M4 4.5l.6 9h6.8l.6-9M6.6 7v4M9.4 7v4',
  keyboard: 'M1.5 4h13v8h-13zM4 6.7h.1M6.7 6.7h.1M9.3 6.7h.1M12 6.7h.1M5 9.5h6',
} as const

export type IconName = keyof typeof PATHS

/** Decorative: the words beside it or the control's aria-label say what it means. */
export function Icon({ name, size = 14 }: { name: IconName; size?: number }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path d={PATHS[name]} fill={name === 'play' ? 'currentColor' : undefined} />
    </svg>
  )
}

import { useEffect, useState } from 'react'
import { clockTimeFull, isoDay } from './days.ts'
import styles from './StartPage.module.css'

/** The clock on the wall, by the machine's own time. */
export function Clock({ now }: { readonly now: () => number }) {
  const [ms, setMs] = useState(now)
  useEffect(() => {
    let timer = setTimeout(function tick() {
      setMs(now())
      timer = setTimeout(tick, 1000 - (now() % 1000))
    }, 0)
    return () => clearTimeout(timer)
  }, [now])
  return (
    <>
      <span className={styles.label}>{isoDay(ms)}</span>
      <time className={styles.clock}>{clockTimeFull(ms)}</time>
    </>
  )
}

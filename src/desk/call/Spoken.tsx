import styles from './Spoken.module.css'

const ASIDE = /([（(][^）)]*[）)])/

/** A line as it is said: what stands in brackets is how it sounds, not words. `upTo`: how many characters are out. */
export function Spoken({ text, upTo = text.length }: { text: string; upTo?: number }) {
  let at = 0
  const parts = text
    .split(ASIDE)
    .filter(Boolean)
    .map((part) => {
      const from = at
      at += part.length
      return { part, from, aside: ASIDE.test(part) }
    })
  return (
    <>
      {parts.map(({ part, from, aside }) => {
        const out = Math.max(0, Math.min(part.length, upTo - from))
        return (
          <span key={from} className={aside ? styles.aside : undefined}>
            {part.slice(0, out)}
            {/* the rest keeps its room, so that the lines don't jump while they grow */}
            {out < part.length && <span className={styles.unsaid}>{part.slice(out)}</span>}
          </span>
        )
      })}
    </>
  )
}

import type { ReactNode } from 'react'
import type { Channel } from '../../ui/channel.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import styles from './Compare.module.css'
import type { Compared, Fork, Outcome } from './forks.ts'
import { signed } from './format.ts'
import { chiefMark } from './marks.ts'
import { useDebrief } from './useDebrief.ts'
import type { Words } from './words.ts'

export interface ForkTableProps {
  readonly fork: Fork
  readonly compared: Compared
}

/** One fork: one's own way and the best one, side by side, and why. */
export function ForkTable({ fork, compared: { own, best } }: ForkTableProps) {
  const t = useT('debrief')
  const { ground, digest, words, goTo } = useDebrief()
  const { channel } = ground.rolled.scenario
  const { names } = words
  // a reply's row stands under the entry that says it, one after the command
  const row = digest.rows.find(
    ({ n, at, content }) => content.kind === 'said' && at === fork.at && n >= fork.n,
  )
  const mark = row ? chiefMark(row.marks) : null
  const did =
    fork.did === 'said'
      ? actsOf(own, words)
      : t(fork.did === 'silent' ? 'compare.silent' : `by.${channel}.hungUp`)
  const lines: readonly (readonly [string, ReactNode, ReactNode])[] = [
    [
      t('compare.act'),
      <span key="own">
        {did}
        {fork.did === 'said' && mark && mark.delta < 0 && (
          <b className={styles.late}> {signed(mark.delta)}</b>
        )}
      </span>,
      actsOf(best, words),
    ],
    [
      t('compare.say'),
      <span key="own" className={styles.me}>
        {own.reply === null ? '—' : names.line(own.reply)}
      </span>,
      names.line(fork.best),
    ],
    [t('compare.answer'), answerOf(own, words, channel), answerOf(best, words, channel)],
    [t('compare.trust'), <Moods key="own" outcome={own} />, <Moods key="best" outcome={best} />],
  ]
  const learned = own.facts.length > 0 || best.facts.length > 0
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">
            <button type="button" className={styles.mine} onClick={() => goTo(fork.n)}>
              {t('compare.you')}
            </button>
          </th>
          <th scope="col" title={t('compare.ran')}>
            {t('compare.best')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, mine, theirs]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{mine}</td>
            <td>{theirs}</td>
          </tr>
        ))}
        <tr className={styles.reason}>
          <th scope="row">{t('compare.why')}</th>
          <td colSpan={2}>{whyOf(best, own, words)}</td>
        </tr>
        {learned && (
          <tr className={styles.later}>
            <th scope="row">{t('compare.learned')}</th>
            <td>{factsOf(own, words)}</td>
            <td>{factsOf(best, words)}</td>
          </tr>
        )}
        {best.next && (
          <tr className={styles.later}>
            <th scope="row">{t('compare.follows')}</th>
            <td />
            <td>{best.next.text[names.lang]}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

const actsOf = ({ acts }: Outcome, { names }: Words): string =>
  acts.map((act) => names.act(act)).join(' · ')

function answerOf(
  { answer, ended, dropped }: Outcome,
  { t, names }: Words,
  channel: Channel,
): string {
  const said = answer === null ? '' : names.line(answer)
  const after = dropped ? t(`by.${channel}.dropped`) : ended !== null ? t(`by.${channel}.over`) : ''
  if (said !== '' && after !== '') return `${said} · ${after}`
  return said || after || t('compare.noAnswer')
}

const factsOf = ({ facts }: Outcome, { t, names }: Words): string =>
  facts.length === 0 ? t('compare.nothing') : facts.map((fact) => names.fact(fact)).join(' · ')

/** Why: the best reply's own reason, else one's own reply's, else the hint of the best act. */
function whyOf(best: Outcome, own: Outcome, { names }: Words): string {
  const [act] = best.acts
  return best.why?.[names.lang] ?? own.why?.[names.lang] ?? (act ? names.actHint(act) : '')
}

/** Trust and arousal before and after; the worse way stands out. */
function Moods({ outcome: { trust, arousal } }: { outcome: Outcome }) {
  const t = useT('debrief')
  return (
    <span className={styles.moods}>
      <span>
        {trust[0]} → <b className={trust[1] < trust[0] ? styles.late : undefined}>{trust[1]}</b>
      </span>
      <span>
        <small>{t('compare.arousal')}</small> {arousal[0]} →{' '}
        <b className={arousal[1] > arousal[0] ? styles.late : undefined}>{arousal[1]}</b>
      </span>
    </span>
  )
}

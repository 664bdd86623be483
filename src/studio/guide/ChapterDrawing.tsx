import { useT } from '../../ui/i18n/i18n.ts'
import type { ChapterId } from './chapters.ts'
import styles from './Drawings.module.css'
import { Arrow, Card, Chip, Column, Line, Mood, Row, Say, Stage } from './pieces.tsx'

/** What a chapter is about, drawn. */
export function ChapterDrawing({ chapter }: { readonly chapter: ChapterId }) {
  const t = useT('studio')
  switch (chapter) {
    case 'moods':
      return (
        <Stage>
          <Mood name={t('guide.drawn.trust')} from={20} to={45} />
          <Mood name={t('guide.drawn.arousal')} from={80} to={60} />
          <Mood name={t('guide.drawn.patience')} from={50} to={40} />
        </Stage>
      )
    case 'facts':
      return (
        <Stage>
          <Row>
            <Say>{t('guide.drawn.place')}</Say>
            <Arrow />
            <Chip tone="calm">{t('guide.drawn.record')} 8</Chip>
          </Row>
        </Stage>
      )
    case 'replies':
      return (
        <Stage>
          <Line icon="close" tone="wrong" end={t('guide.drawn.bad')}>
            {t('guide.drawn.brush')}
          </Line>
          <Line icon="check" tone="done" end={t('guide.drawn.act')}>
            {t('guide.drawn.calm')}
          </Line>
        </Stage>
      )
    case 'silence':
      return (
        <Stage>
          <Row>
            <Chip>12 s</Chip>
            <small>{t('guide.drawn.quiet')}</small>
            <Arrow />
            <Say>{t('guide.drawn.ask')}</Say>
          </Row>
        </Stage>
      )
    case 'anywhere':
      return (
        <Stage>
          <Row>
            <Chip tone="now">{t('guide.drawn.wait')}</Chip>
            <Arrow />
            <Card>{t('guide.drawn.happens')}</Card>
          </Row>
        </Stage>
      )
    case 'key':
      return (
        <Stage>
          <Line icon="check" tone="done" end={`14 · ${t('guide.drawn.right')}`}>
            P10.square-dance
          </Line>
          <Line end={`10 · ${t('guide.drawn.part')}`}>P10</Line>
          <Line end={`5 · ${t('guide.drawn.part')}`}>P02.disorder</Line>
        </Stage>
      )
    case 'vary':
      return (
        <Stage>
          <Row>
            <Chip>{t('guide.drawn.one')}</Chip>
            <Chip tone="now">{t('guide.drawn.two')}</Chip>
            <Chip>{t('guide.drawn.three')}</Chip>
          </Row>
          <Row>
            <small>{t('guide.drawn.draw')}</small>
          </Row>
        </Stage>
      )
    case 'proof':
      return (
        <Stage>
          <Tree />
          <Row>
            <Chip tone="done">{t('guide.drawn.best')} 98</Chip>
            <Chip>{t('guide.drawn.hasty')} 41</Chip>
            <Chip>{t('guide.drawn.mute')} 2</Chip>
          </Row>
        </Stage>
      )
    case 'plans':
      return (
        <Stage>
          <Line icon="check" tone="done">
            {t('guide.drawn.calm')}
          </Line>
          <Line icon="check" tone="done" end={t('guide.drawn.passes')}>
            {t('guide.drawn.where')}
          </Line>
        </Stage>
      )
    case 'versions':
      return (
        <Stage>
          <Line icon="minus">{t('guide.drawn.before')}</Line>
          <Line icon="plus">{t('guide.drawn.after')}</Line>
        </Stage>
      )
    case 'languages':
      return (
        <Stage>
          <Row>
            <Chip>{t('guide.drawn.titleZh')}</Chip>
            <Arrow />
            <Chip>{t('guide.drawn.titleEn')}</Chip>
          </Row>
        </Stage>
      )
    case 'cities':
      return (
        <Stage>
          <Town />
        </Stage>
      )
    case 'voice':
      return (
        <Stage>
          <Wave />
        </Stage>
      )
    case 'text':
      return (
        <Stage>
          <Column>
            <Say>{t('guide.drawn.line')}</Say>
            <Say mine>{t('guide.drawn.where')}</Say>
          </Column>
        </Stage>
      )
    case 'files':
      return (
        <Stage>
          <Row>
            <Card name="scenario.yaml">plans/ · voice/</Card>
            <Arrow />
            <Chip>my-call.zip</Chip>
          </Row>
        </Stage>
      )
  }
}

/** Ways through a call that branch and meet. */
function Tree() {
  return (
    <svg className={styles.drawn} viewBox="0 0 200 44" width="200" height="44" aria-hidden="true">
      <path d="M14 22C40 22 40 8 66 8M14 22C40 22 40 36 66 36M74 8h44M74 36C96 36 96 8 118 8M74 36h44M126 8C152 8 152 22 178 22M126 36C152 36 152 22 178 22" />
      {[
        [10, 22],
        [70, 8],
        [70, 36],
        [122, 8],
        [122, 36],
      ].map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="4" />
      ))}
      <circle cx="184" cy="22" r="5" data-tone="now" />
    </svg>
  )
}

/** Roads, a place, a unit on its way. */
function Town() {
  return (
    <svg className={styles.drawn} viewBox="0 0 200 56" width="200" height="56" aria-hidden="true">
      <path d="M4 16h192M4 42h192M52 4v48M132 4v48" />
      <path data-tone="calm" d="M52 42h80V24" />
      <circle data-tone="calm" cx="52" cy="42" r="5" />
      <path data-tone="now" d="M132 24s-6-6-6-10a6 6 0 0 1 12 0c0 4-6 10-6 10" />
    </svg>
  )
}

/** A sentence as it is heard, from quiet to loud and back. */
function Wave() {
  return (
    <svg className={styles.drawn} viewBox="0 0 190 40" width="190" height="40" aria-hidden="true">
      <path
        data-tone="calm"
        d="M8 18.5v3M17 17v6M26 14.5v11M35 11.5v17M44 9v22M53 12.5v15M62 15.5v9M71 13v14M80 10v20M89 7v26M98 9.5v21M107 14v12M116 17v6M125 18.5v3M134 16v8M143 12v16M152 8v24M161 10.5v19M170 15v10M179 17.5v5M188 18.5v3"
      />
    </svg>
  )
}

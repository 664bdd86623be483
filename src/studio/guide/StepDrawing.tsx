import { TEMPLATES } from '../../core/scenario/fromTemplate.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Arrow, Box, Card, Chip, Column, Line, Mood, Row, Say, Stage } from './pieces.tsx'
import type { StepId } from './progress.ts'

/** What a step looks like when it is done. */
export function StepDrawing({ step }: { readonly step: StepId }) {
  const t = useT('studio')
  const lang = useLanguage()
  switch (step) {
    case 'pick':
      return (
        <Stage>
          <Column>
            {TEMPLATES.slice(0, 3).map(({ id, name }) => (
              <Line key={id} {...(id === 'simple-report' ? { tone: 'now' } : {})}>
                {name[lang]}
              </Line>
            ))}
          </Column>
        </Stage>
      )
    case 'title':
      return (
        <Stage>
          <Box label={t('voice.shortZh')}>{t('guide.drawn.titleZh')}</Box>
          <Box label={t('voice.shortEn')} isNow>
            {t('guide.drawn.titleEn')}
          </Box>
        </Stage>
      )
    case 'line':
      return (
        <Stage>
          <Card name="opening" icon="phone" tone="now">
            {t('guide.drawn.line')}
          </Card>
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
          <Row>
            <small>{t('guide.drawn.known')}</small>
          </Row>
        </Stage>
      )
    case 'node':
      return (
        <Stage>
          <Row>
            <Card name="opening" icon="phone">
              {t('guide.drawn.line')}
            </Card>
            <Card name="node-1" tone="wrong">
              {t('guide.drawn.fresh')}
            </Card>
          </Row>
          <Line icon="notice" tone="wrong">
            {t('guide.drawn.problem')}
          </Line>
        </Stage>
      )
    case 'reply':
      return (
        <Stage>
          <Row>
            <Card name="opening" icon="phone">
              {t('guide.drawn.line')}
            </Card>
            <Arrow />
            <Card name="node-1" tone="now">
              {t('guide.drawn.fresh')}
            </Card>
          </Row>
          <Row>
            <Say mine>{t('guide.drawn.where')}</Say>
            <Chip>{t('guide.drawn.act')}</Chip>
          </Row>
        </Stage>
      )
    case 'mend':
      return (
        <Stage>
          <Line icon="notice" tone="wrong" end="SC040">
            {t('guide.drawn.problem')}
          </Line>
          <Line icon="check" tone="done">
            {t('guide.drawn.mended')}
          </Line>
        </Stage>
      )
    case 'play':
      return (
        <Stage>
          <Row>
            <Say mine>{t('guide.drawn.said')}</Say>
            <Arrow />
            <Say>{t('guide.drawn.place')}</Say>
          </Row>
          <Mood name={t('guide.drawn.trust')} from={30} to={45} />
          <Mood name={t('guide.drawn.arousal')} from={70} to={55} />
        </Stage>
      )
    case 'publish':
      return (
        <Stage>
          <Row>
            <Chip tone="done">{t('guide.drawn.version')}</Chip>
            <Arrow />
            <Chip>{t('guide.drawn.desk')}</Chip>
          </Row>
          <Line icon="phone" end={t('guide.drawn.version')}>
            {t(lang === 'zh' ? 'guide.drawn.titleZh' : 'guide.drawn.titleEn')}
          </Line>
        </Stage>
      )
  }
}

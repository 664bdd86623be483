import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'

export interface TallProps {
  readonly tall: boolean
  readonly onTall: (tall: boolean) => void
}

/** Gives the panels below more of the page, or less. */
export function TallButton({ tall, onTall }: TallProps) {
  const t = useT('studio')
  const label = tall ? t('lower') : t('taller')
  return (
    <Button
      look="quiet"
      square
      aria-label={label}
      title={label}
      aria-expanded={tall}
      onClick={() => onTall(!tall)}
    >
      <Icon name={tall ? 'down' : 'up'} />
    </Button>
  )
}

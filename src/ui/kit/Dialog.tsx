import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react'
import { LayerContext, useModalLayer } from '../actions.ts'
import { useT } from '../i18n/i18n.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import styles from './popup.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children: ReactNode
  /** Up to 960 px instead of 640. */
  readonly wide?: boolean
  /** The focus goes here when it opens; else to the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null>
}

function Layer({ id, children }: { id: string; children: ReactNode }) {
  useModalLayer(id)
  return <LayerContext value={id}>{children}</LayerContext>
}

/**
 * Where the focus returns to: what had it before. A dialog opened by a key alone gives it back to the page; the library
 * would choose whatever opened an earlier dialog, and the next Enter would open that again.
 */
function useReturn(open: boolean): () => HTMLElement | false {
  const before = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (open) before.current = document.activeElement
  }, [open])
  return () => {
    const { current } = before
    // the page itself is no place for it: from there it would go on to the page's first button
    return current instanceof HTMLElement && current.isConnected && current.tabIndex >= 0
      ? current
      : false
  }
}

/** A modal dialog; shortcuts of the page below rest while it is open. Esc closes it. */
export function Dialog({ open, onClose, title, children, wide, initialFocus }: DialogProps) {
  const t = useT('common')
  const id = useId()
  const finalFocus = useReturn(open)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          className={[styles.dialog, wide && styles.wide].filter(Boolean).join(' ')}
          finalFocus={finalFocus}
          {...(initialFocus ? { initialFocus } : {})}
        >
          <Layer id={id}>
            <div className={styles.head}>
              <Base.Title>{title}</Base.Title>
              <Base.Close render={<Button look="quiet" square aria-label={t('close')} />}>
                <Icon name="close" />
              </Base.Close>
            </div>
            {children}
          </Layer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

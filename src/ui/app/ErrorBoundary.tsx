import { Component, type ReactNode } from 'react'
import { ErrorPage } from './ErrorPage.tsx'

interface Props {
  /** Where we are; a new place clears the error. */
  readonly where: string
  readonly onHome: () => void
  readonly onRetry: () => void
  readonly children: ReactNode
}

interface State {
  readonly error: Error | null
  readonly where: string
}

/** A chunk that can't be read: the server stopped, or a new version replaced the files. */
function isLoadFailure(error: Error): boolean {
  return /dynamically imported module|module script|Failed to fetch/i.test(error.message)
}

/** Catches what a room throws while rendering and shows the error page in its place. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, where: this.props.where }

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.where === state.where ? null : { where: props.where, error: null }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <ErrorPage
        fault={isLoadFailure(error) ? 'loadFailed' : 'crashed'}
        where={this.props.where}
        detail={`${error.name}: ${error.message}`}
        onHome={this.props.onHome}
        onRetry={() => {
          this.props.onRetry()
          this.setState({ error: null })
        }}
      />
    )
  }
}

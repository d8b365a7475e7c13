import { Component, type ErrorInfo, type ReactNode } from 'react'

export interface CrashWords {
  readonly title: string
  readonly text: string
  readonly reload: string
}

interface ErrorBoundaryProps {
  /** Read when needed, in the language of that moment. */
  readonly words: () => CrashWords
  readonly children: ReactNode
}

/** Shows a sentence and a way on where drawing the page failed, instead of an empty window. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('Something without a name was thrown.') }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    if (this.state.error === null) return this.props.children
    const words = this.props.words()
    return (
      <div className="crash" role="alert">
        <h1 className="empty-title">{words.title}</h1>
        <p className="empty-text">{words.text}</p>
        <pre className="crash-detail">{String(this.state.error)}</pre>
        <button
          type="button"
          className="tool"
          data-tone="primary"
          onClick={() => location.reload()}
        >
          {words.reload}
        </button>
      </div>
    )
  }
}

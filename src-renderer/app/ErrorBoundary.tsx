import { Component, type ReactNode } from 'react';

interface Caught {
  error: unknown;
  stack: string | null;
}

/** Catches what a part of the window throws while it is drawn, and shows `fallback` in its place. */
export class ErrorBoundary extends Component<
  {
    /** `again` draws the part anew. */
    fallback: (caught: Caught, again: () => void) => ReactNode;
    children: ReactNode;
  },
  { caught: Caught | null }
> {
  override state: { caught: Caught | null } = { caught: null };

  static getDerivedStateFromError(error: unknown) {
    return { caught: { error, stack: null } };
  }

  override componentDidCatch(error: unknown, { componentStack }: { componentStack?: string | null }): void {
    this.setState({ caught: { error, stack: componentStack ?? null } });
  }

  override render(): ReactNode {
    const { caught } = this.state;
    if (caught === null) return this.props.children;
    return this.props.fallback(caught, () => this.setState({ caught: null }));
  }
}

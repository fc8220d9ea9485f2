import { Component, type VNode } from 'preact'

interface KeptProps {
  /** While these are the same, what was drawn stays as it is. */
  given: readonly unknown[]
  draw(): VNode
}

/** Draws a component again only when what it is given has changed. What it reads from signals is its own affair. */
export class Kept extends Component<KeptProps> {
  override shouldComponentUpdate({ given }: KeptProps): boolean {
    return given.length !== this.props.given.length || given.some((one, at) => one !== this.props.given[at])
  }

  override render({ draw }: KeptProps): VNode {
    return draw()
  }
}

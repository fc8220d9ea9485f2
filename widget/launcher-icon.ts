/** Two speech bubbles. Drawn by hand, since a page with trusted types lets no markup in. */
export function launcherIcon() {
  const drawn = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name)
  const svg = drawn('svg')
  const path = drawn('path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.ariaHidden = 'true'
  path.setAttribute('d', 'M14 9a2 2 0 0 1-2 2H6l-4 4V4a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v5ZM18 9h2a2 2 0 0 1 2 2v11l-4-4h-6a2 2 0 0 1-2-2v-1')
  svg.append(path)
  return svg
}

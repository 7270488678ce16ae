// One clock for all relative times: their elements are drawn again every few seconds while the page is visible.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const hosts = new Set<ReactiveControllerHost>();

window.setInterval(() => {
  if (!document.hidden) hosts.forEach((host) => host.requestUpdate());
}, 5000);

export class Tick implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.host);
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
  }
}

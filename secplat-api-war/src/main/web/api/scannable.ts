// The assets that may be scanned: verified web assets.
import { api } from './api';
import type { Asset } from './shapes';

export async function scannable(): Promise<Asset[]> {
  const all = await api.get<Asset[]>('/assets');
  return all.filter((asset) => asset.verified && asset.type === 'external_web');
}

/** How one is called in lists to choose from. */
export const choice = (asset: Asset): { label: string; value: string } => ({
  label: `${asset.name} (${asset.asset_key})`,
  value: asset.asset_key,
});

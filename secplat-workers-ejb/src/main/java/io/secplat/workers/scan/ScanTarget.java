package io.secplat.workers.scan;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import io.secplat.guard.Host;
import io.secplat.guard.TargetUrl;
import java.util.Optional;

/**
 * The verified host that a job may examine.
 *
 * @param host name or address as the asset has it
 * @param port the port in the asset's name, empty for the usual ones
 * @param probe how the asset is checked, where it is
 */
public record ScanTarget(AssetKey asset, String host, Optional<Integer> port, Optional<Probe> probe) {

    /** The front page over http or https; {@link ScanFailedException} when the name is no host. */
    public TargetUrl url(boolean secure) {
        try {
            return TargetUrl.root(secure, Host.parse(host), port);
        } catch (IllegalArgumentException e) {
            throw new ScanFailedException("Target name is malformed");
        }
    }
}

package io.secplat.local.launch;

import io.secplat.local.store.FreePort;
import java.util.HashMap;
import java.util.Map;

/** An environment in which every part has a port of its own that is free. */
final class FreePorts {

    private FreePorts() {}

    static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        for (Part part : Part.values()) {
            environment.put(part.portVariable(), Integer.toString(FreePort.find()));
        }
        return environment;
    }
}

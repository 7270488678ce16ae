package io.secplat.api.runtime;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** The JAX-RS application at {@code /api}; MicroProfile JWT tells who calls. */
@ApplicationPath("/api")
@LoginConfig(authMethod = "MP-JWT", realmName = "secplat")
public class SecPlatApi extends Application {}

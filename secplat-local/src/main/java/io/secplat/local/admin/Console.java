package io.secplat.local.admin;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where the console of a server is and how to get in.
 *
 * @param address for example {@code https://localhost:9443}
 * @param keys PKCS#12 file that holds the server's certificate, which is the one that is trusted
 */
public record Console(URI address, String user, String password, Path keys, String keysPassword) {}

/** What needs a Docker engine: docker/compose.yaml as a whole, and the specifications of ports on stores in containers. */
@NullMarked
package io.secplat.containers;

import org.jspecify.annotations.NullMarked;

@org.jspecify.annotations.NullMarked
package io.secplat.api.incidents.postgres;

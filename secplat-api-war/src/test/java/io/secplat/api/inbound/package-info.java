@org.jspecify.annotations.NullMarked
package io.secplat.api.inbound;

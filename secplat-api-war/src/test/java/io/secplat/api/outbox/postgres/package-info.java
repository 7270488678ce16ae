@org.jspecify.annotations.NullMarked
package io.secplat.api.outbox.postgres;

@org.jspecify.annotations.NullMarked
package io.secplat.api.suppression.postgres;

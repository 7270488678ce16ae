@org.jspecify.annotations.NullMarked
package io.secplat.api.auth.oidc;

/** Callers by the bearer tokens of an OpenID Connect issuer. */
@NullMarked
package org.ninetyten.edge.identity;

import org.jspecify.annotations.NullMarked;

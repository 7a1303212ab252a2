/** Who read what about whom, for auditors and, about themselves, for officers. */
@NullMarked
package org.ninetyten.query.accesslog;

import org.jspecify.annotations.NullMarked;

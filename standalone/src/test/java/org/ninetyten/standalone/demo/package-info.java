/** The demo: a story told once, on an empty store, through the public commands alone. */
@NullMarked
package org.ninetyten.standalone.demo;

import org.jspecify.annotations.NullMarked;

/// How the product talks to PostgreSQL: pools, statements made of parts, plans, limits and locks.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.platform.sql;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

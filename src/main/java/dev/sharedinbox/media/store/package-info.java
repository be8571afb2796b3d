/// Where files are kept: the port [BlobStore], its stores on disk and on S3, and the sweep of what was left half
/// written.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.media.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

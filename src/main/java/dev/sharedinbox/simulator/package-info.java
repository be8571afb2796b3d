/// Plays Meta and its WhatsApp customers over HTTP, so that the product runs, is shown and is tested without an account
/// anywhere. This package is the control desk: customers write, troubles are switched on, the ledger is read, all of it
/// forgotten. It exists in the dev, demo and test profiles only, and neither uses a feature of ours nor is used by one.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.simulator;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

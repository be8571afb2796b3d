/// What Meta says of accounts, numbers and templates, read into events for administrators and states of what is ours.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.whatsapp.webhook.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

package dev.sharedinbox.platform;

import io.smallrye.config.ConfigMapping;

/// The installation's secret of 32 random bytes. Everything we sign or encrypt is keyed from it, so losing it makes
/// stored credentials unreadable, and changing it invalidates all cursors.
@ConfigMapping(prefix = "inbox.secrets")
interface InstallationKey {

    /// Base64 of 32 bytes, for example from `openssl rand -base64 32`. No default: an installation must choose its own.
    String key();
}

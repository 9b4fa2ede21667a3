// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/errnoname.h"

#include <QLatin1String>

#include <array>

#include <errno.h>

namespace roadstead {

namespace {

struct Entry
{
    int number;
    const char *name;
};

// What socket(), connect() and SO_ERROR can give. Numbers differ between platforms, so files hold
// names.
constexpr std::array kEntries{
    Entry{EPERM, "EPERM"},
    Entry{EINTR, "EINTR"},
    Entry{EIO, "EIO"},
    Entry{EBADF, "EBADF"},
    Entry{EAGAIN, "EAGAIN"},
    Entry{ENOMEM, "ENOMEM"},
    Entry{EACCES, "EACCES"},
    Entry{EFAULT, "EFAULT"},
    Entry{ENODEV, "ENODEV"},
    Entry{EINVAL, "EINVAL"},
    Entry{ENFILE, "ENFILE"},
    Entry{EMFILE, "EMFILE"},
    Entry{EPIPE, "EPIPE"},
    Entry{EPROTO, "EPROTO"},
    Entry{ENOTSOCK, "ENOTSOCK"},
    Entry{EMSGSIZE, "EMSGSIZE"},
    Entry{EPROTOTYPE, "EPROTOTYPE"},
    Entry{ENOPROTOOPT, "ENOPROTOOPT"},
    Entry{EPROTONOSUPPORT, "EPROTONOSUPPORT"},
    Entry{EOPNOTSUPP, "EOPNOTSUPP"},
    Entry{EAFNOSUPPORT, "EAFNOSUPPORT"},
    Entry{EADDRINUSE, "EADDRINUSE"},
    Entry{EADDRNOTAVAIL, "EADDRNOTAVAIL"},
    Entry{ENETDOWN, "ENETDOWN"},
    Entry{ENETUNREACH, "ENETUNREACH"},
    Entry{ENETRESET, "ENETRESET"},
    Entry{ECONNABORTED, "ECONNABORTED"},
    Entry{ECONNRESET, "ECONNRESET"},
    Entry{ENOBUFS, "ENOBUFS"},
    Entry{EISCONN, "EISCONN"},
    Entry{ENOTCONN, "ENOTCONN"},
    Entry{ETIMEDOUT, "ETIMEDOUT"},
    Entry{ECONNREFUSED, "ECONNREFUSED"},
    Entry{EHOSTUNREACH, "EHOSTUNREACH"},
    Entry{EALREADY, "EALREADY"},
    Entry{EINPROGRESS, "EINPROGRESS"},
#ifdef EHOSTDOWN
    Entry{EHOSTDOWN, "EHOSTDOWN"},
#endif
#ifdef ENONET
    Entry{ENONET, "ENONET"},
#endif
};

} // namespace

QString errnoName(int number)
{
    for (const Entry &entry : kEntries) {
        if (entry.number == number)
            return QString::fromLatin1(entry.name);
    }
    return QString::number(number);
}

std::optional<int> errnoFromName(QStringView text)
{
    for (const Entry &entry : kEntries) {
        if (text == QLatin1String(entry.name))
            return entry.number;
    }
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number <= 0 || QString::number(number) != text)
        return std::nullopt;
    return number;
}

} // namespace roadstead

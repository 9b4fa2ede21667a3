// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/fileidentity.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace roadstead {

QString fileIdentity(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0) {
        if (!S_ISREG(status.st_mode))
            return path;
        // No path looks so.
        return u"//" + QString::number(status.st_dev) + u':' + QString::number(status.st_ino);
    }
    const QFileInfo file(path);
    const QString target = file.isSymLink() ? file.symLinkTarget() : path; // one that leads nowhere
    const QFileInfo place(target);
    const QString folder = place.absoluteDir().canonicalPath();
    return folder.isEmpty() ? place.absoluteFilePath() : QString(folder + u'/' + place.fileName());
}

} // namespace roadstead

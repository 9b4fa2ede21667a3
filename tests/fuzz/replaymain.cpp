// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs a fuzz target over the files of the folder given as argument, in order of their names: the
// corpus as a test, for compilers without libFuzzer.

#include <QDir>
#include <QFile>
#include <QTextStream>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

bool replay(const QString &path, QTextStream &out)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        out << "cannot read " << path << ": " << file.errorString() << Qt::endl;
        return false;
    }
    out << file.fileName() << Qt::endl; // before the run, so that the last line names the culprit
    const QByteArray content = file.readAll();
    const std::string bytes = content.toStdString();
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size());
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QTextStream out(stdout);
    if (argc != 2) {
        out << "usage: replay FOLDER" << Qt::endl;
        return 2;
    }
    const QDir folder(QFile::decodeName(argv[1]));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    bool isGood = !names.isEmpty();
    if (names.isEmpty())
        out << "no files in " << folder.path() << Qt::endl;
    for (const QString &name : names)
        isGood = replay(folder.filePath(name), out) && isGood;
    return isGood ? 0 : 1;
}

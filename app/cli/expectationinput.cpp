// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/expectationinput.h"

#include "app/cli/faultytext.h"
#include "app/cli/inputtext.h"
#include "ui/words/expectationwords.h"

#include <QCoreApplication>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

/// Where a line begins in the text.
qsizetype beginOf(QStringView text, qsizetype line)
{
    qsizetype begin = 0;
    for (qsizetype i = 1; i < line; ++i)
        begin = text.indexOf(u'\n', begin) + 1;
    return begin;
}

} // namespace

Expected<Expectations, InputError> readExpectationFile(const QString &path)
{
    const Expected<InputText, QString> input = readInputText(path);
    if (!input)
        return InputError{input.error(), QString()};
    Expected<Expectations, ExpectationError> expectations = readExpectations(input->text);
    if (expectations)
        return std::move(expectations).value();
    const ExpectationError &error = expectations.error();
    const QString sentence = words::of(error);
    if (error.line == 0)
        return InputError{input->name + u": " + sentence, QString()};
    const qsizetype begin = beginOf(input->text, error.line);
    const ParseError place{.code = error.parseCode,
                           .position = begin + error.column - 1,
                           .length = std::max<qsizetype>(error.found.size(), 1)};
    return InputError{
        Texts::tr("%1:%2:%3: %4", "file, line, column, what is wrong")
            .arg(input->name, QString::number(error.line), QString::number(error.column), sentence),
        underlined(place, input->text)};
}

} // namespace roadstead

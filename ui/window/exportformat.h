// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/exportforms.h"
#include "core/exchange/resultformat.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QListWidget;

namespace roadstead {

class Settings;
struct ScanHeader;

/// How an export is written: one of the formats, and what can be chosen in it. Begins with what was
/// chosen last.
class ExportFormat final : public QWidget
{
    Q_OBJECT

public:
    /// `settings` must outlive this.
    explicit ExportFormat(Settings &settings, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ExportFormat)

    [[nodiscard]] ResultFormat format() const;
    /// Without any column nothing can be written.
    [[nodiscard]] bool isValid() const;
    /// Of results of that scan. Must be valid.
    [[nodiscard]] ExportForm form(const ScanHeader &header) const;
    /// For the next time. Must be valid.
    void remember();

signals:
    void changed();

private:
    void addFormat(QGridLayout &grid);
    [[nodiscard]] QWidget *makeCustom();
    void addColumns(QGridLayout &grid);
    void onChanged();
    [[nodiscard]] CsvOptions csvOptions() const;
    [[nodiscard]] CsvOptions customOptions() const;
    [[nodiscard]] CsvColumns columns() const;

    Settings &m_settings;
    QComboBox *m_format = nullptr;
    QLabel *m_meaning = nullptr;
    QWidget *m_custom = nullptr;
    QComboBox *m_separator = nullptr;
    QCheckBox *m_byteOrderMark = nullptr;
    QListWidget *m_columns = nullptr; ///< by CsvColumn
    QLabel *m_noColumn = nullptr;
    QCheckBox *m_protect = nullptr;
};

} // namespace roadstead

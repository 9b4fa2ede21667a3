// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/exportforms.h"
#include "core/exchange/resultformat.h"
#include "core/record/scandocument.h"
#include "ui/model/rowselection.h"

#include <QDialog>
#include <QList>

#include <functional>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QScrollArea;
class QVBoxLayout;

namespace roadstead {

class ExportFormat;
class Settings;

/// Rows of a store that can be exported: all of them, or those shown, or those selected; and the
/// scan that they are of.
struct ExportChoices
{
    ResultStore store; ///< a snapshot
    QList<quint32> shown;
    RowSelection selected;
    ScanHeader header = {};
};

/// What to export and how; the file is asked for afterwards.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `catalogue` and `settings` must outlive this.
    ExportDialog(ExportChoices choices, const PortCatalogue &catalogue, Settings &settings,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;
    Q_DISABLE_COPY_MOVE(ExportDialog)

    /// Lists the store rows, in whatever thread; nothing: all.
    [[nodiscard]] std::function<QList<quint32>()> rows() const;
    /// Once it is accepted, like the next.
    [[nodiscard]] ExportForm form() const;
    [[nodiscard]] ResultFormat format() const;
    [[nodiscard]] const ResultStore &store() const { return m_choices.store; }
    [[nodiscard]] const ScanHeader &header() const { return m_choices.header; }

protected:
    bool event(QEvent *event) override;

private:
    /// What takes looking at all rows.
    struct Selected
    {
        qint64 count = 0;
        QList<quint32> first; ///< of its rows, for the preview
    };

    void setupUi(Settings &settings);
    void addRowChoice(QVBoxLayout &column);
    void addPreview(QVBoxLayout &column);
    void addButtons(QVBoxLayout &column);
    void connectSignals();
    void growToFit();
    void onFormatChanged();
    void countAll();
    void showPreview();
    void countSelected();
    void propose(QRadioButton *rows);
    void onCounted(const Selected &selected);
    [[nodiscard]] bool isCounting() const;
    [[nodiscard]] QList<quint32> firstRows() const;

    ExportChoices m_choices;
    const PortCatalogue &m_catalogue;
    QRadioButton *m_all = nullptr;
    QRadioButton *m_shown = nullptr;
    QRadioButton *m_selected = nullptr;
    ExportFormat *m_format = nullptr;
    QLabel *m_previewLabel = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    QPushButton *m_export = nullptr;
    QScrollArea *m_area = nullptr; ///< all but the buttons
    std::optional<Selected> m_counted;
    bool m_isChosen = false; ///< the rows, by the person
    bool m_isProposing = false;
};

} // namespace roadstead

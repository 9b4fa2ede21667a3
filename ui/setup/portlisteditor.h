// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/portlists.h"

#include <QWidget>

#include <optional>

class QFormLayout;
class QLabel;

namespace roadstead {

class FaultLineEdit;
class PortCatalogue;
class PortSet;
struct PortPreset;

/// One port list: its name, its ports, and what they stand for. A built-in one can be read only.
class PortListEditor final : public QWidget
{
    Q_OBJECT

public:
    /// `catalogue` must outlive this.
    explicit PortListEditor(const PortCatalogue &catalogue, QWidget *parent = nullptr);
    ~PortListEditor() override;
    Q_DISABLE_COPY_MOVE(PortListEditor)

    /// `otherNames` may not be taken.
    void setList(const PortList &list, const QStringList &otherNames);
    void setPreset(const PortPreset &preset);
    [[nodiscard]] PortList list() const;
    void focusName();
    void goToFault();

signals:
    /// Not emitted by setList() and setPreset().
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    FaultLineEdit *addLine(QFormLayout &form, const QString &label, const char *name);
    void load(const QString &name, const QString &ports, bool isBuiltIn);
    void onEdited();
    void check();
    void showFault(const PortListFault &fault);
    void setLine(const QString &text, bool isError);

    const PortCatalogue &m_catalogue;
    bool m_isLoading = false;
    bool m_isBuiltIn = false;
    QStringList m_otherNames;
    std::optional<PortListFault> m_fault;
    FaultLineEdit *m_name = nullptr;
    FaultLineEdit *m_ports = nullptr;
    QLabel *m_meaning = nullptr;
    QLabel *m_lineSign = nullptr;
    QLabel *m_line = nullptr;
};

/// What is wrong with the list beside others; nothing if it is sound. Labels and titles in its
/// ports are read as the Ports field reads them.
[[nodiscard]] std::optional<PortListFault>
faultOf(const PortList &list, const QStringList &otherNames, const PortCatalogue &catalogue);
/// "80, 443, 8000-8100": a port text.
[[nodiscard]] QString portListText(const PortSet &ports);
/// "102 ports: 80, 443, 8000-8100", the first of them.
[[nodiscard]] QString meaningOf(const PortSet &ports);

} // namespace roadstead

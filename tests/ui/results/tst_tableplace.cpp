// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is seen stays where it is, whichever rows go, and is drawn anew when it is out of date.

#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"
#include "ui/results/resulttable.h"

#include <QTest>

using namespace roadstead;

namespace {

class PaintCounter final : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_paints += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
    [[nodiscard]] int paints() const { return m_paints; }

private:
    int m_paints = 0;
};

} // namespace

class TestTablePlace final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void drawsALaterName();

private:
    void appendPorts(int first, int last, int step = 1);

    std::unique_ptr<PortCatalogue> m_catalogue;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<ResultTable> m_table;
};

void TestTablePlace::init()
{
    m_catalogue = std::make_unique<PortCatalogue>(QByteArray(), testServices());
    m_model = std::make_unique<ResultModel>(*m_catalogue);
    m_table = std::make_unique<ResultTable>();
    m_table->setModel(m_model.get());
    m_table->resize(900, 400);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
    m_model->clear(testStart());
}

void TestTablePlace::cleanup()
{
    m_table.reset();
    m_model.reset();
}

void TestTablePlace::appendPorts(int first, int last, int step)
{
    ResultBuilder rows;
    rows.host(1, kRouter);
    for (int port = first; port <= last; port += step)
        rows.open(1, static_cast<quint16>(port));
    m_model->append(rows.batch());
    QTRY_VERIFY(m_model->isUpToDate());
    m_table->doItemsLayout();
}

void TestTablePlace::setFilter(const QString &text)
{
    m_model->setFilter(ResultFilter::parse(text).value());
    QTRY_VERIFY(m_model->isUpToDate());
}

void TestTablePlace::drawsALaterName()
{
    appendPorts(1, 100);
    QTRY_VERIFY(m_table->visualRect(m_model->index(0, 0)).isValid());
    QCoreApplication::processEvents();
    PaintCounter counter;
    m_table->viewport()->installEventFilter(&counter);
    m_model->append(ResultBuilder().host(1, kRouter, {QStringLiteral("a.lan")}).batch());
    QTRY_VERIFY(counter.paints() > 0);
}

QTEST_MAIN(TestTablePlace)
#include "tst_tableplace.moc"

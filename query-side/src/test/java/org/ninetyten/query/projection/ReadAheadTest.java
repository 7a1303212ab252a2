package org.ninetyten.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninetyten.query.projection.EventPages.Page;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionOperations;

class ReadAheadTest {

    private static final Coverage FIRST = Coverage.of(10, List.of());
    private static final Coverage SECOND = Coverage.of(20, List.of());
    private static final Coverage LIVE = Coverage.of(20, List.of());

    private final EventPages pages = mock(EventPages.class);
    private final Projection projection = mock(Projection.class);
    private final ReadAhead ahead =
            new ReadAhead(pages, projection, TransactionOperations.withoutTransaction(), Runnable::run);

    @Test
    void thePageAfterAPageIsReadBeforeItIsAskedFor() {
        when(pages.next(projection, Coverage.NOTHING, LIVE)).thenReturn(new Page(List.of(), FIRST, true));
        Page last = new Page(List.of(), SECOND, false);
        when(pages.next(projection, FIRST, LIVE)).thenReturn(last);

        ahead.next(Coverage.NOTHING, LIVE);

        verify(pages).next(projection, FIRST, LIVE);
        assertThat(ahead.next(FIRST, LIVE)).isSameAs(last);
        verify(pages, times(1)).next(projection, FIRST, LIVE);
    }

    @Test
    void afterTheLastPageNothingIsReadAhead() {
        when(pages.next(projection, Coverage.NOTHING, LIVE)).thenReturn(new Page(List.of(), SECOND, false));

        ahead.next(Coverage.NOTHING, LIVE);

        verify(pages).next(projection, Coverage.NOTHING, LIVE);
        verifyNoMoreInteractions(pages);
    }

    @Test
    void whoeverIsNotWhereThePageBeforeEndedGetsWhatFollowsOnWhereTheyAre() {
        when(pages.next(projection, Coverage.NOTHING, LIVE)).thenReturn(new Page(List.of(), FIRST, true));
        when(pages.next(projection, FIRST, LIVE)).thenReturn(new Page(List.of(), SECOND, false));

        Page first = ahead.next(Coverage.NOTHING, LIVE);

        assertThat(ahead.next(Coverage.NOTHING, LIVE)).isEqualTo(first);
        verify(pages, times(2)).next(projection, Coverage.NOTHING, LIVE);
    }

    @Test
    void aPageThatCouldNotBeReadAheadFailsOnceItIsNeeded() {
        when(pages.next(projection, Coverage.NOTHING, LIVE)).thenReturn(new Page(List.of(), FIRST, true));
        when(pages.next(projection, FIRST, LIVE)).thenThrow(new QueryTimeoutException("too slow"));

        ahead.next(Coverage.NOTHING, LIVE);

        assertThatThrownBy(() -> ahead.next(FIRST, LIVE)).isInstanceOf(QueryTimeoutException.class);
    }
}

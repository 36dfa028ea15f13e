package fr.entecole.comptes.charte;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The texts that come with the application, `chartes/<day>/<texte>.txt`: each becomes a version at the first start
/// that sees it. What is published is never changed by a file: another wording of the same day is left alone, and said
/// in the log; a new text is the file of a new day. A region that has published its own is given no other.
@Component
class ChartesLivrees implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(ChartesLivrees.class);
    private static final Pattern PLACE = Pattern.compile("chartes/(\\d{4}-\\d{2}-\\d{2})/([a-z0-9-]+)\\.txt$");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ChartesLivrees(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(_ -> load());
    }

    void load() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:chartes/*/*.txt");
            Arrays.stream(files)
                    .sorted(Comparator.comparing(Resource::getDescription))
                    .forEach(this::load);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(Resource file) {
        try {
            var place = PLACE.matcher(file.getURL().getPath());
            if (!place.find()) {
                throw new IllegalStateException("not chartes/<day>/<texte>.txt: " + file.getDescription());
            }
            var texte = Texte.valueOf(place.group(2).replace('-', '_').toUpperCase(Locale.ROOT));
            var corps = file.getContentAsString(StandardCharsets.UTF_8).strip();
            take(texte, LocalDate.parse(place.group(1)), corps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param effet the day from which sign-ins ask for it
    void take(Texte texte, LocalDate effet, String corps) {
        Chartes.lock(jdbc, texte);
        int taken = jdbc.sql("""
                        insert into comptes.charte (texte, version, effet_le, corps, empreinte)
                        select :texte, coalesce(max(version), 0) + 1, :effet, :corps, sha256(convert_to(:corps, 'UTF8'))
                          from comptes.charte where texte = :texte and langue = 'fr'
                        having count(*) = 0 or (bool_and(not publiee) and max(effet_le) < :effet)
                        """)
                .param("texte", texte.name())
                .param("effet", effet)
                .param("corps", corps)
                .update();
        if (taken == 0 && differs(texte, effet, corps)) {
            LOG.warn(
                    "charte {} du {} : déjà publiée, le fichier modifié est ignoré ; datez-en un nouveau",
                    texte,
                    effet);
        }
    }

    private boolean differs(Texte texte, LocalDate effet, String corps) {
        return jdbc.sql("""
                        select exists (select 1 from comptes.charte
                                        where texte = :texte and langue = 'fr' and effet_le = :effet
                                          and not publiee and corps <> :corps)
                        """)
                .param("texte", texte.name())
                .param("effet", effet)
                .param("corps", corps)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }
}

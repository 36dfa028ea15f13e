package fr.entecole.comptes.feuilles;

import fr.entecole.comptes.codes.Preparation;
import fr.entecole.comptes.feuilles.Remise.Pret;
import fr.entecole.comptes.impression.ImpressionDesCodes;
import fr.entecole.papier.Tirage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/// A printing and the codes on it: they become good all together, when the file has gone but for its end. One that
/// breaks off before, or whose end does not go, leaves no code that opens anything.
final class LotDeFeuilles implements AutoCloseable {

    private final Tirage tirage;
    private final ImpressionDesCodes impression;
    private final TransactionTemplate transaction;
    private final List<Preparation> codes = new ArrayList<>();
    private boolean kept;

    LotDeFeuilles(Tirage tirage, ImpressionDesCodes impression, TransactionTemplate transaction) {
        this.tirage = tirage;
        this.impression = impression;
        this.transaction = transaction;
    }

    void add(Pret pret) throws IOException {
        codes.addAll(pret.codes());
        tirage.add(impression.feuillets(pret.liasse()));
    }

    void finish() throws IOException {
        try {
            tirage.finish(() -> {
                transaction.executeWithoutResult(
                        _ -> codes.forEach(prepared -> prepared.keep().run()));
                kept = true;
            });
        } catch (IOException | RuntimeException e) {
            if (kept) {
                transaction.executeWithoutResult(
                        _ -> codes.forEach(prepared -> prepared.drop().run()));
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        tirage.close();
    }
}

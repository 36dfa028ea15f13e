package fr.entecole.comptes.portes;

/// A form came in after its stay had ended: what it carries is given back to the person instead of being lost.
final class SeanceFinie extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Saisie saisie;

    SeanceFinie(Saisie saisie) {
        super("", null, false, false);
        this.saisie = saisie;
    }

    Saisie saisie() {
        return saisie;
    }
}

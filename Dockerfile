# The binary is static and opens no connection: it needs nothing around it.
FROM scratch
ARG TARGETPLATFORM
COPY $TARGETPLATFORM/mcplumb /mcplumb
WORKDIR /work
USER 65534
ENTRYPOINT ["/mcplumb"]
CMD ["check"]

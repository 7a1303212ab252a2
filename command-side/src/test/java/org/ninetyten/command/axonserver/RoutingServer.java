package org.ninetyten.command.axonserver;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * As much of Axon Server's protocol as commands need, over gRPC: processes say which commands they take, and each
 * command goes to one of them, by the routing key. It keeps no events.
 */
final class RoutingServer implements AutoCloseable {

    private record Sent(String process, String stream) {}

    private final Server server;
    /** By command, the processes that take it. */
    private final Map<String, Map<String, Consumer<CommandProviderInbound>>> takers = new ConcurrentHashMap<>();

    private final Map<String, StreamObserver<CommandResponse>> underWay = new ConcurrentHashMap<>();
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

    RoutingServer() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new Platform())
                .addService(new Commands())
                .build()
                .start();
    }

    int port() {
        return server.getPort();
    }

    /** The process that was given each command of that aggregate so far. */
    List<String> takersOf(String stream) {
        return sent.stream()
                .filter(one -> one.stream().equals(stream))
                .map(Sent::process)
                .toList();
    }

    boolean everyCommandIsTakenBy(int processes) {
        return takers.size() > 50 && takers.values().stream().allMatch(those -> those.size() == processes);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {

        @Override
        public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
            answer.onNext(PlatformInfo.newBuilder()
                    .setSameConnection(true)
                    .setPrimary(NodeInfo.newBuilder().setHostName("127.0.0.1").setGrpcPort(port()))
                    .build());
            answer.onCompleted();
        }

        @Override
        public StreamObserver<PlatformInboundInstruction> openStream(StreamObserver<PlatformOutboundInstruction> to) {
            return new Each<>(to) {
                @Override
                public void onNext(PlatformInboundInstruction instruction) {
                    if (!instruction.getInstructionId().isEmpty()) {
                        answer(PlatformOutboundInstruction.newBuilder()
                                .setAck(done(instruction.getInstructionId()))
                                .build());
                    }
                }
            };
        }
    }

    private final class Commands extends CommandServiceGrpc.CommandServiceImplBase {

        @Override
        public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> to) {
            return new Each<>(to) {

                private final Consumer<CommandProviderInbound> taker = this::answer;

                @Override
                void gone() {
                    takers.values().forEach(those -> those.values().remove(taker));
                }

                @Override
                public void onNext(CommandProviderOutbound said) {
                    if (said.hasSubscribe()) {
                        takers.computeIfAbsent(said.getSubscribe().getCommand(), name -> new ConcurrentSkipListMap<>())
                                .put(said.getSubscribe().getClientId(), taker);
                    } else if (said.hasUnsubscribe()) {
                        takers.getOrDefault(said.getUnsubscribe().getCommand(), Map.of())
                                .values()
                                .remove(taker);
                    } else if (said.hasCommandResponse()) {
                        CommandResponse response = said.getCommandResponse();
                        StreamObserver<CommandResponse> by =
                                Objects.requireNonNull(underWay.remove(response.getRequestIdentifier()));
                        by.onNext(response);
                        by.onCompleted();
                    }
                    if (!said.getInstructionId().isEmpty()) {
                        answer(CommandProviderInbound.newBuilder()
                                .setAck(done(said.getInstructionId()))
                                .build());
                    }
                }
            };
        }

        @Override
        public void dispatch(Command command, StreamObserver<CommandResponse> by) {
            Map<String, Consumer<CommandProviderInbound>> able = takers.getOrDefault(command.getName(), Map.of());
            if (able.isEmpty()) {
                by.onNext(nobodyTakes(command));
                by.onCompleted();
                return;
            }
            String key = routingKey(command);
            String process = List.copyOf(able.keySet()).get(Math.floorMod(key.hashCode(), able.size()));
            underWay.put(command.getMessageIdentifier(), by);
            sent.add(new Sent(process, key));
            Objects.requireNonNull(able.get(process))
                    .accept(CommandProviderInbound.newBuilder()
                            .setCommand(command)
                            .build());
        }
    }

    private static CommandResponse nobodyTakes(Command command) {
        return CommandResponse.newBuilder()
                .setRequestIdentifier(command.getMessageIdentifier())
                .setErrorCode("AXONIQ-4000")
                .setErrorMessage(ErrorMessage.newBuilder().setMessage("Nobody takes " + command.getName()))
                .build();
    }

    private static String routingKey(Command command) {
        return command.getProcessingInstructionsList().stream()
                .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                .map(ProcessingInstruction::getValue)
                .findFirst()
                .orElseThrow()
                .getTextValue();
    }

    private static InstructionAck done(String instruction) {
        return InstructionAck.newBuilder()
                .setInstructionId(instruction)
                .setSuccess(true)
                .build();
    }

    /** One who talks to the server for as long as its process runs; an observer may not be used by two threads at once. */
    private abstract static class Each<I, O> implements StreamObserver<I> {

        private final StreamObserver<O> to;

        Each(StreamObserver<O> to) {
            this.to = to;
        }

        final synchronized void answer(O answer) {
            to.onNext(answer);
        }

        /** Its process has gone, or is about to. */
        void gone() {}

        @Override
        public void onError(Throwable failure) {
            gone();
        }

        @Override
        public void onCompleted() {
            gone();
            to.onCompleted();
        }
    }
}
